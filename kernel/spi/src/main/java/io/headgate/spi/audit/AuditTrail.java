package io.headgate.spi.audit;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The durable record of logins and acts on this node; safe from every thread.
 *
 * <p>A stop button must work on a full disk, so a record that cannot be kept never stops the act:
 * the node's health says so.
 */
@ProviderType
public interface AuditTrail {

  /**
   * Takes note of something; never blocks and never throws. What happens again and again within a
   * minute becomes one record with a count.
   */
  void record(AuditEvent event);

  /**
   * The latest records, newest first, those that wait for the disk included.
   *
   * @param limit how many at most
   */
  List<AuditRecord> latest(int limit);
}
