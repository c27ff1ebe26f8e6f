package io.headgate.testkit.fake;

import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.Rights;
import io.headgate.testkit.contract.RightsContract;
import java.util.List;

class SimpleRightsTest extends RightsContract {

  @Override
  protected Rights create(List<LimitRow> rows, int nodes) {
    return new SimpleRights(rows, nodes);
  }
}
