package io.headgate.routes.camel.internal;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that start and watch routes; Camel looks for its parts through their loader. */
final class WorkerThreads implements ThreadFactory {

  private final ClassLoader loader = new TwoLoaders();
  private final AtomicInteger count = new AtomicInteger();

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(task, "headgate-routes-" + count.incrementAndGet());
    thread.setDaemon(true);
    thread.setContextClassLoader(loader);
    return thread;
  }
}
