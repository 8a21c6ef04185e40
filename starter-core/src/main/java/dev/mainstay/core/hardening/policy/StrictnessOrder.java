package dev.mainstay.core.hardening.policy;

import java.util.Arrays;
import java.util.Locale;

import dev.mainstay.core.mode.Rung;
import org.jspecify.annotations.Nullable;

/**
 * Tells what weakens a locked value. Of two rungs of the ladder the higher one is the
 * stricter; of anything else nobody can know, so only the same value is as strict.
 */
final class StrictnessOrder {

	private StrictnessOrder() {
	}

	static boolean isWeaker(String value, String locked) {
		Rung rung = rung(value);
		Rung wanted = rung(locked);
		if (rung != null && wanted != null) {
			return rung.compareTo(wanted) < 0;
		}
		return !value.replace(" ", "").equalsIgnoreCase(locked.replace(" ", ""));
	}

	private static @Nullable Rung rung(String value) {
		String name = value.strip().toUpperCase(Locale.ROOT);
		return Arrays.stream(Rung.values()).filter((rung) -> rung.name().equals(name)).findFirst().orElse(null);
	}

}
