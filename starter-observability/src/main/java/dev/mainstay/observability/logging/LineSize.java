package dev.mainstay.observability.logging;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/**
 * How long a line may get.
 */
final class LineSize {

	private static final DataSize DEFAULT = DataSize.ofKilobytes(64);

	/** The fields that every line has fit into it. */
	private static final DataSize MIN = DataSize.ofKilobytes(4);

	private static final DataSize MAX = DataSize.ofMegabytes(100);

	private LineSize() {
	}

	/**
	 * In bytes. A value that makes no sense stops the start, but not before that can be
	 * logged.
	 */
	static int of(Environment environment) {
		return (int) read(environment).toBytes();
	}

	private static DataSize read(Environment environment) {
		try {
			DataSize size = Binder.get(environment)
				.bind("mainstay.logging.max-line-size", DataSize.class)
				.orElse(DEFAULT);
			return (size.compareTo(MIN) >= 0 && size.compareTo(MAX) <= 0) ? size : DEFAULT;
		}
		catch (RuntimeException ex) {
			return DEFAULT;
		}
	}

}
