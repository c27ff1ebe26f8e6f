package io.headgate.data.replay.internal;

import io.headgate.spi.data.DataAdapter;
import io.headgate.testkit.contract.DataAdapterContract;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.time.FixedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class CsvReplayContractTest extends DataAdapterContract {

  @TempDir private Path folder;

  @Override
  protected DataAdapter create() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 200_000; i++) {
      rows.append(i).append(i % 1_000 == 7 ? ",,1.40\n" : ",1.39,1.40\n");
    }
    Path file = Files.writeString(folder.resolve("rows.csv"), rows);
    return new CsvReplay(
        new FixedClock(),
        FakeNodeInfo.replay(),
        new FakeReferenceData(),
        Configured.quotes(file).config(),
        folder);
  }
}
