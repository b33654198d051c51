-- Views on the tables of a study, in the SQL that Spark and DuckDB share; jobs/docs/table-spec.md says what they hold.
-- They stand on two that each engine makes for itself: cases and timings. In DuckDB, for a study in out/my:
--   CREATE VIEW cases AS FROM 'out/my/cases/*.parquet'
--   CREATE VIEW timings AS FROM 'out/my/timings/*.parquet'
-- and then this file: .read views.sql

-- Cases that are as accurate as their study asked for.
CREATE OR REPLACE TEMPORARY VIEW solved AS
SELECT *
FROM cases
WHERE status = 'solved';

-- Cases that are not solved, and why.
CREATE OR REPLACE TEMPORARY VIEW failures AS
SELECT
  case_index, case_id, status, failure_code, failure_message, material, topography, peak_height_m, peak_separation_m,
  height_to_separation, interface_resistance_ohm_m2, creep_exponent
FROM cases
WHERE status <> 'solved';

-- Of each material the solved case with the largest critical current; of equals the first.
CREATE OR REPLACE TEMPORARY VIEW optimum_per_material AS
SELECT solved.*
FROM solved
JOIN (
  SELECT
    case_index,
    ROW_NUMBER() OVER (PARTITION BY material ORDER BY critical_current_a_per_m2 DESC, case_index) AS place
  FROM solved
  WHERE critical_current_a_per_m2 IS NOT NULL
) AS ranking ON solved.case_index = ranking.case_index
WHERE ranking.place = 1;

-- Of each material the solved cases that no other beats: to gain more one has to be higher.
CREATE OR REPLACE TEMPORARY VIEW pareto AS
SELECT
  material, peak_height_m, enhancement, critical_current_a_per_m2, topography, peak_separation_m,
  height_to_separation, edge_resolution_m, interface_resistance_ohm_m2, case_index, case_id
FROM (
  SELECT
    solved.*,
    MAX(enhancement) OVER (
      PARTITION BY material ORDER BY peak_height_m, enhancement DESC, case_index
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS best_of_lower
  FROM solved
  WHERE enhancement IS NOT NULL
) AS by_height
WHERE best_of_lower IS NULL OR enhancement > best_of_lower;

-- Solved cases by peak height and peak separation, the range of each in 20 equal parts.
CREATE OR REPLACE TEMPORARY VIEW landscape AS
SELECT
  material,
  topography,
  height_low + height_part * (height_high - height_low) / 20 AS peak_height_from_m,
  height_low + (height_part + 1) * (height_high - height_low) / 20 AS peak_height_to_m,
  separation_low + separation_part * (separation_high - separation_low) / 20 AS peak_separation_from_m,
  separation_low + (separation_part + 1) * (separation_high - separation_low) / 20 AS peak_separation_to_m,
  COUNT(*) AS cases,
  MIN(enhancement) AS enhancement_min,
  MEDIAN(enhancement) AS enhancement_median,
  MAX(enhancement) AS enhancement_max,
  MEDIAN(critical_current_a_per_m2) AS critical_current_median_a_per_m2,
  MAX(critical_current_a_per_m2) AS critical_current_max_a_per_m2
FROM (
  SELECT
    solved.*,
    height_low,
    height_high,
    separation_low,
    separation_high,
    CASE WHEN height_high > height_low
      THEN LEAST(19, CAST(FLOOR((peak_height_m - height_low) / (height_high - height_low) * 20) AS INTEGER))
      ELSE 0 END AS height_part,
    CASE WHEN separation_high > separation_low
      THEN LEAST(19, CAST(FLOOR((peak_separation_m - separation_low) / (separation_high - separation_low) * 20)
        AS INTEGER))
      ELSE 0 END AS separation_part
  FROM solved
  CROSS JOIN (
    SELECT
      MIN(peak_height_m) AS height_low,
      MAX(peak_height_m) AS height_high,
      MIN(peak_separation_m) AS separation_low,
      MAX(peak_separation_m) AS separation_high
    FROM solved
  ) AS ranges
) AS parts
GROUP BY
  material, topography, height_part, separation_part, height_low, height_high, separation_low, separation_high;
