package org.critscape.jobs.sweep;

import com.esotericsoftware.kryo.Kryo;
import org.apache.spark.serializer.KryoRegistrator;
import org.critscape.jobs.space.SpaceClasses;

/** Names every class of ours that Spark serialises. Registration is required, so a forgotten one fails in any test. */
public final class KryoClasses implements KryoRegistrator {
    @Override
    public void registerClasses(Kryo kryo) {
        SpaceClasses.ALL.forEach(kryo::register);
        kryo.register(ChunkReport.class);
        kryo.register(NumberTasks.Answer.class);
    }
}
