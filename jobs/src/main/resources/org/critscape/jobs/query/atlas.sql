-- The solves of a study's atlas, in the SQL that Spark and DuckDB share. They stand on a view that each engine makes for
-- itself. In DuckDB, for an atlas in out/atlas:
--   CREATE VIEW nodes AS FROM 'out/atlas/nodes/*.parquet'
-- and then this file: .read atlas.sql

-- What is solved of each family on each of its meshes, and over which range. An atlas may hold more than one study asks for.
CREATE OR REPLACE TEMPORARY VIEW atlas AS
SELECT
  family,
  level,
  elements,
  COUNT(*) AS solves,
  SUM(CASE WHEN status = 'failed' THEN 1 ELSE 0 END) AS failed,
  MIN(height_to_separation) AS height_to_separation_min,
  MAX(height_to_separation) AS height_to_separation_max,
  MIN(wagner_number) AS wagner_number_min,
  MAX(wagner_number) AS wagner_number_max,
  MIN(creep_exponent) AS creep_exponent_min,
  MAX(creep_exponent) AS creep_exponent_max,
  MAX(current_ratio_max) AS current_ratio_largest,
  MAX(pressure_function_max) AS pressure_function_largest
FROM nodes
WHERE station = 0
GROUP BY family, level, elements;
