package org.critscape.jobs.space;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Objects;
import org.critscape.solver.topography.HeightSamples;
import org.jspecify.annotations.Nullable;

/**
 * A height map of a study: its samples and what they are known by. A class, not a record: Kryo's field serializer cannot
 * fill a record.
 */
public final class SampledMap implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final HeightSamples samples;
    private final String digest;

    /**
     * @param name of the file, as the study spells it
     * @param samples what the file holds
     */
    public SampledMap(String name, HeightSamples samples) {
        this.name = name;
        this.samples = samples;
        this.digest = digest(samples);
    }

    /** SHA-256 over the samples as big-endian doubles, row by row: another format of the same heights is the same map. */
    private static String digest(HeightSamples samples) {
        int side = samples.side();
        ByteBuffer bytes = ByteBuffer.allocate(side * side * Double.BYTES);
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                // Adding zero turns −0.0 into 0.0.
                bytes.putDouble(samples.at(row, column) + 0.0);
            }
        }
        return HexFormat.of().formatHex(DesignPoint.sha256().digest(bytes.array()));
    }

    /** The name of the file, as the study spells it. */
    public String name() {
        return name;
    }

    /** One period of heights, in units of the height scale. */
    public HeightSamples samples() {
        return samples;
    }

    /** SHA-256 of the samples, 64 hexadecimal digits. */
    public String digest() {
        return digest;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SampledMap map && name.equals(map.name) && digest.equals(map.digest);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, digest);
    }
}
