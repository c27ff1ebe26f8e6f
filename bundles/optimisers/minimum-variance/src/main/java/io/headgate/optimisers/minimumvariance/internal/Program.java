package io.headgate.optimisers.minimumvariance.internal;

import io.headgate.spi.optimiser.TargetPortfolio.Outcome;
import java.util.OptionalDouble;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The quadratic program: least wᵀ Σ w with Σ w = 1, each w within its bounds and, if asked for, an
 * expected return of at least so much. ojAlgo finds which bounds hold; {@link ActiveSet} then makes
 * the weights exact.
 */
final class Program {

  private final Question question;
  private final Covariance covariance;
  private final OptionalDouble minReturn;

  Program(Question question, Covariance covariance, OptionalDouble minReturn) {
    this.question = question;
    this.covariance = covariance;
    this.minReturn = minReturn;
  }

  /**
   * Weights in the order of the question.
   *
   * @throws Unsolvable if the solver gives up
   */
  double[] solve() throws Unsolvable {
    Optimisation.Result result = model().minimise();
    if (!result.getState().isFeasible()) {
      throw new Unsolvable(
          Outcome.FAILED,
          "the solver gave up (%s) though the bounds can be kept; widen them a little, or raise eigenvalueFloor of etc/%s.cfg"
              .formatted(result.getState(), MinimumVarianceConfig.PID));
    }
    double[] found = new double[question.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = result.doubleValue(i);
    }
    return new ActiveSet(question, covariance, minReturn).exact(found);
  }

  private ExpressionsBasedModel model() {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Expression risk = model.newExpression("risk").weight(1);
    Expression budget = model.newExpression("budget").level(1);
    for (int i = 0; i < question.size(); i++) {
      Variable weight = model.newVariable("w" + i);
      weight.lower(question.lower(i)).upper(question.upper(i));
      budget.set(i, 1);
    }
    for (int i = 0; i < question.size(); i++) {
      for (int j = 0; j < question.size(); j++) {
        risk.set(i, j, covariance.at(i, j));
      }
    }
    if (minReturn.isPresent()) {
      double unit = ActiveSet.unitOfReturns(question);
      Expression promise = model.newExpression("return").lower(minReturn.getAsDouble() / unit);
      for (int i = 0; i < question.size(); i++) {
        promise.set(i, question.expected(i) / unit);
      }
    }
    return model;
  }
}
