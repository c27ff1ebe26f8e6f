package io.headgate.state.hazelcast.internal;

import com.hazelcast.core.HazelcastInstance;
import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** Finds classes of this bundle first, then Hazelcast's own: both travel between nodes. */
final class TwoLoaders extends ClassLoader {

  private final ClassLoader hazelcast = HazelcastInstance.class.getClassLoader();

  TwoLoaders() {
    super(TwoLoaders.class.getClassLoader());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    return hazelcast.loadClass(name);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    return hazelcast.getResource(name);
  }

  @Override
  protected Enumeration<URL> findResources(String name) throws IOException {
    return hazelcast.getResources(name);
  }
}
