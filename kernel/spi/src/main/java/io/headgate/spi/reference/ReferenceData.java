package io.headgate.spi.reference;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.position.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** What the node knows before the first event. Reads are cheap and safe from every thread. */
@ProviderType
public interface ReferenceData {

  /** The instrument, or null if the node does not know it. */
  @Nullable Instrument instrument(InstrumentId id);

  /** All instruments, in the order of their ids. */
  List<Instrument> instruments();

  /** The account, or null if the node does not know it. */
  @Nullable Account account(String id);

  /** All accounts, in the order of their ids. */
  List<Account> accounts();

  /** FX rates to start from, until the market gives fresher ones. */
  List<FxRate> fxRates();
}
