package io.headgate.engine.internal.path;

import io.headgate.model.position.PositionKey;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.limits.Rights;
import io.headgate.spi.rules.RuleSet;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What decides.
 *
 * @param rules the rule set that serves now; null denies every order
 * @param limits limits by subject
 * @param rights this node's rights
 * @param othersPosition signed quantity that the other nodes hold, as last heard
 */
public record RiskServices(
    Supplier<@Nullable RuleSet> rules,
    Limits limits,
    Rights rights,
    ToLongFunction<PositionKey> othersPosition) {}
