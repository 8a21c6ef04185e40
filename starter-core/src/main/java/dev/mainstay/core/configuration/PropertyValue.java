package dev.mainstay.core.configuration;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;
import org.springframework.util.unit.DataUnit;

/**
 * Writes a value as a person would have written it: {@code 25h} for {@code PT25H}.
 */
final class PropertyValue {

	private static final List<ChronoUnit> UNITS = List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES,
			ChronoUnit.SECONDS, ChronoUnit.MILLIS, ChronoUnit.MICROS);

	private PropertyValue() {
	}

	static String describe(@Nullable Object value) {
		if (value instanceof Duration duration) {
			return DurationStyle.SIMPLE.print(duration, unit(duration));
		}
		return (value instanceof DataSize size) ? describe(size) : String.valueOf(value);
	}

	private static ChronoUnit unit(Duration duration) {
		if (duration.isZero()) {
			return ChronoUnit.SECONDS;
		}
		return UNITS.stream()
			.filter((unit) -> unit.getDuration().multipliedBy(count(duration, unit)).equals(duration))
			.findFirst()
			.orElse(ChronoUnit.NANOS);
	}

	private static long count(Duration duration, ChronoUnit unit) {
		return duration.dividedBy(unit.getDuration());
	}

	private static String describe(DataSize size) {
		for (DataUnit unit : List.of(DataUnit.TERABYTES, DataUnit.GIGABYTES, DataUnit.MEGABYTES, DataUnit.KILOBYTES)) {
			long bytes = DataSize.of(1, unit).toBytes();
			if (size.toBytes() != 0 && size.toBytes() % bytes == 0) {
				return size.toBytes() / bytes + unit.name().substring(0, 1) + "B";
			}
		}
		return size.toString();
	}

}
