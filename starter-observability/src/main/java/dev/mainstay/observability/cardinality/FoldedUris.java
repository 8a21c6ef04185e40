package dev.mainstay.observability.cardinality;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.mainstay.core.masking.TextMasker;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts requests whose URI has no room any more as {@code OTHER}. Spring Boot has the
 * limit, too, but counts such requests not at all: a total that is made of the series is
 * then wrong without anybody noticing. This one leaves the last value of the limit to
 * {@code OTHER}, so that Spring Boot's is never reached. Thread-safe.
 *
 * @since 0.1.0
 */
public final class FoldedUris implements MeterFilter {

	/**
	 * The URI of all that have no room.
	 */
	public static final String OTHER = "OTHER";

	private static final Logger logger = LoggerFactory.getLogger(FoldedUris.class);

	private static final String URI = "uri";

	private static final int SHOWN = 200;

	private final String meter;

	private final int max;

	private final String property;

	private final TextMasker masker;

	private final Set<String> known = ConcurrentHashMap.newKeySet();

	private final AtomicBoolean warned = new AtomicBoolean();

	/**
	 * Create the filter.
	 * @param meter what the names of the meters begin with
	 * @param max how many values there may be, {@code OTHER} among them; 0 to fold
	 * nothing
	 * @param property the property that sets it
	 * @param masker masks the URI that is named in the log
	 */
	public FoldedUris(String meter, int max, String property, TextMasker masker) {
		this.meter = meter;
		this.max = max;
		this.property = property;
		this.masker = masker;
	}

	@Override
	public Meter.Id map(Meter.Id id) {
		if (this.max <= 0 || !id.getName().startsWith(this.meter)) {
			return id;
		}
		String uri = id.getTag(URI);
		if (uri == null || uri.equals(OTHER) || this.known.contains(uri) || hasRoomFor(uri)) {
			return id;
		}
		if (this.warned.compareAndSet(false, true)) {
			warn(uri);
		}
		return id.withTag(Tag.of(URI, OTHER));
	}

	private synchronized boolean hasRoomFor(String uri) {
		return this.known.contains(uri) || (this.known.size() < this.max - 1 && this.known.add(uri));
	}

	private void warn(String uri) {
		String masked = this.masker.mask(uri);
		logger.warn("{} has {} values of uri: {} and what comes after it is counted as " + OTHER
				+ ", and the sum stays right. If it is no template, make it one; if there are so many, raise {}",
				this.meter, this.max, (masked.length() > SHOWN) ? masked.substring(0, SHOWN) + "..." : masked,
				this.property);
	}

}
