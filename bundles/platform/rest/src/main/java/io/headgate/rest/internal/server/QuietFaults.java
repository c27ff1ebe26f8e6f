package io.headgate.rest.internal.server;

import java.io.IOException;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a client that goes away before its answer is written from filling the log with traces. */
final class QuietFaults implements FaultListener {

  private static final Logger LOG = LoggerFactory.getLogger(QuietFaults.class);

  @Override
  public boolean faultOccurred(Exception failure, String description, Message message) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        LOG.debug("Answer could not be written: {}", cause.toString());
        return false;
      }
    }
    return true;
  }
}
