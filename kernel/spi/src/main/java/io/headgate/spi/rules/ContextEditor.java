package io.headgate.spi.rules;

import io.headgate.spi.limits.ResolvedLimits;

/** Makes one {@link OrderContext} and fills it again for every order. */
public final class ContextEditor {

  private final OrderContext context = new OrderContext();

  /** The context; always the same object. */
  public OrderContext context() {
    return context;
  }

  /** Forgets the verdicts of the order before; the fields stay until they are set again. */
  public ContextEditor begin() {
    context.reset();
    return this;
  }

  /** Sets a number in the field's unit. */
  public ContextEditor set(ContextNumber field, long value) {
    context.numbers[field.ordinal()] = value;
    return this;
  }

  /** Sets a text. */
  public ContextEditor set(ContextText field, String value) {
    context.texts[field.ordinal()] = value;
    return this;
  }

  /** Sets the limits. */
  public ContextEditor limits(ResolvedLimits limits) {
    context.limits = limits;
    return this;
  }

  /** Sets everything from what the journal kept, and forgets the verdicts. */
  public OrderContext restore(ContextImage image) {
    begin();
    System.arraycopy(image.numbers, 0, context.numbers, 0, context.numbers.length);
    System.arraycopy(image.texts, 0, context.texts, 0, context.texts.length);
    context.limits = image.limits();
    return context;
  }
}
