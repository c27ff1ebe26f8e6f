package io.headgate.access.internal.door;

import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Refuses port forwarding at the SSH port. The container forwards for everybody who may log in and
 * has no setting against it: a login for the console would be a way to every port that the node's
 * machine reaches. The container registers its server before it opens the port.
 */
@Component(
    service = {},
    immediate = true)
public final class SshDoor {

  /** A server that comes, also when its configuration has changed. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindServer(SshServer server) {
    server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
  }

  void unbindServer(SshServer server) {
    // It ends by itself.
  }
}
