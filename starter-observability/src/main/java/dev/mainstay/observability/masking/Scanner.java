package dev.mainstay.observability.masking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Passes over a text once and asks the recognizers at the characters that trigger them.
 * Immutable.
 */
final class Scanner {

	private final Recognizer[] @Nullable [] recognizers = new Recognizer[Ascii.SIZE][];

	Scanner(Collection<Recognizer> recognizers) {
		recognizers.forEach((recognizer) -> recognizer.triggers().chars().forEach((c) -> add(c, recognizer)));
	}

	private void add(int trigger, Recognizer recognizer) {
		Recognizer[] before = this.recognizers[trigger];
		List<Recognizer> all = new ArrayList<>((before != null) ? List.of(before) : List.of());
		all.add(recognizer);
		this.recognizers[trigger] = all.toArray(Recognizer[]::new);
	}

	/**
	 * Mask what the recognizers find.
	 * @return the masked text, or {@code null} if there was nothing to mask
	 */
	@Nullable StringBuilder mask(CharSequence text, Counter counter) {
		StringBuilder masked = null;
		int copied = 0;
		int at = 0;
		while (at < text.length()) {
			long region = find(text, at, copied, counter);
			if (region == Region.NONE) {
				at++;
				continue;
			}
			masked = (masked != null) ? masked : new StringBuilder(text.length());
			masked.append(text, copied, Region.start(region)).append(MaskingEngine.REPLACEMENT);
			copied = Region.end(region);
			at = Math.max(copied, at + 1);
		}
		return (masked != null) ? masked.append(text, copied, text.length()) : null;
	}

	private long find(CharSequence text, int at, int copied, Counter counter) {
		char c = text.charAt(at);
		Recognizer[] candidates = (c < Ascii.SIZE) ? this.recognizers[c] : null;
		if (candidates == null || (at > 0 && isInsideOfWord(text.charAt(at - 1), c))) {
			return Region.NONE;
		}
		for (Recognizer candidate : candidates) {
			long region = candidate.find(text, at);
			if (region != Region.NONE && Region.start(region) >= copied) {
				counter.masked(candidate.rule());
				return region;
			}
		}
		return Region.NONE;
	}

	/** Digits are looked at behind a letter too: {@code card4111...}. */
	private static boolean isInsideOfWord(char before, char c) {
		return Ascii.isDigit(c) ? Ascii.isDigit(before) : Ascii.isAlphanumeric(c) && Ascii.isAlphanumeric(before);
	}

	/**
	 * Told of every region that is masked.
	 */
	@FunctionalInterface
	interface Counter {

		void masked(MaskingRule rule);

	}

}
