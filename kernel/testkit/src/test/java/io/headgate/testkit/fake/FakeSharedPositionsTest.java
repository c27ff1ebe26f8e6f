package io.headgate.testkit.fake;

import io.headgate.spi.positions.SharedPositions;
import io.headgate.testkit.contract.SharedPositionsContract;
import java.util.List;

class FakeSharedPositionsTest extends SharedPositionsContract {

  @Override
  protected List<SharedPositions> startTwo() {
    FakeSharedPositions first = new FakeSharedPositions("N1");
    return List.of(first, first.peer("N2"));
  }

  @Override
  protected void stop(List<SharedPositions> started) {}
}
