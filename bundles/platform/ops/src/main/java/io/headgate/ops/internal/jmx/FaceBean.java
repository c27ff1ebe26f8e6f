package io.headgate.ops.internal.jmx;

import java.util.Arrays;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.MBeanException;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.ReflectionException;
import javax.management.openmbean.OpenMBeanAttributeInfoSupport;
import javax.management.openmbean.OpenMBeanInfoSupport;
import javax.management.openmbean.OpenMBeanOperationInfoSupport;
import javax.management.openmbean.OpenMBeanParameterInfoSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A face as an open MBean: every attribute, operation and parameter is described. */
final class FaceBean implements DynamicMBean {

  private static final Logger LOG = LoggerFactory.getLogger(FaceBean.class);

  private final Face face;
  private final MBeanInfo info;

  FaceBean(Face face) {
    this.face = face;
    this.info =
        new OpenMBeanInfoSupport(
            FaceBean.class.getName(),
            face.doc(),
            face.attributes().stream()
                .map(
                    a ->
                        new OpenMBeanAttributeInfoSupport(
                            a.name(), a.doc(), a.type(), true, false, false))
                .toArray(OpenMBeanAttributeInfoSupport[]::new),
            null,
            face.operations().stream()
                .map(FaceBean::operation)
                .toArray(OpenMBeanOperationInfoSupport[]::new),
            null);
  }

  private static OpenMBeanOperationInfoSupport operation(Face.Operation operation) {
    return new OpenMBeanOperationInfoSupport(
        operation.name(),
        operation.doc(),
        operation.parameters().stream()
            .map(p -> new OpenMBeanParameterInfoSupport(p.name(), p.doc(), p.type()))
            .toArray(OpenMBeanParameterInfoSupport[]::new),
        operation.returns(),
        operation.name().startsWith("list") ? MBeanOperationInfo.INFO : MBeanOperationInfo.ACTION);
  }

  @Override
  public MBeanInfo getMBeanInfo() {
    return info;
  }

  @Override
  public Object getAttribute(String name) throws AttributeNotFoundException, MBeanException {
    for (Face.Attribute attribute : face.attributes()) {
      if (attribute.name().equals(name)) {
        try {
          return attribute.value().get();
        } catch (RuntimeException e) {
          throw told(e);
        }
      }
    }
    throw new AttributeNotFoundException(
        "io.headgate:type=%s has no attribute %s".formatted(face.type(), name));
  }

  @Override
  public AttributeList getAttributes(String[] names) {
    AttributeList found = new AttributeList();
    for (String name : names) {
      try {
        found.add(new Attribute(name, getAttribute(name)));
      } catch (AttributeNotFoundException | MBeanException e) {
        // Left out, as JMX wants it: whoever asks for several gets those that there are.
        LOG.debug("attribute {} of {} could not be read", name, face.type(), e);
      }
    }
    return found;
  }

  @Override
  public Object invoke(String name, Object[] arguments, String[] signature)
      throws MBeanException, ReflectionException {
    for (Face.Operation operation : face.operations()) {
      if (operation.name().equals(name)
          && operation.parameters().stream()
              .map(p -> p.type().getClassName())
              .toList()
              .equals(Arrays.asList(signature))) {
        try {
          return operation.act().apply(arguments);
        } catch (RuntimeException e) {
          throw told(e);
        }
      }
    }
    throw new ReflectionException(
        new NoSuchMethodException(
            "io.headgate:type=%s has no operation %s(%s)"
                .formatted(face.type(), name, String.join(", ", signature))));
  }

  /** In classes that every JMX client knows. */
  private static MBeanException told(RuntimeException e) {
    String message = String.valueOf(e.getMessage() == null ? e : e.getMessage());
    return new MBeanException(
        e instanceof IllegalArgumentException
            ? new IllegalArgumentException(message)
            : new IllegalStateException(message),
        message);
  }

  @Override
  public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
    throw new AttributeNotFoundException(attribute.getName() + " can only be read");
  }

  @Override
  public AttributeList setAttributes(AttributeList attributes) {
    return new AttributeList();
  }
}
