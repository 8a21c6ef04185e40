package dev.mainstay.core.validation.json;

/**
 * The rules that something was refused by while a document was read, on the thread that
 * reads it. A class of the application that reads a part of it may catch what is thrown
 * then, and make something else of the part.
 */
final class Refusals {

	private static final ThreadLocal<Refusals> current = ThreadLocal.withInitial(Refusals::new);

	private int rules;

	private Refusals() {
	}

	static void forget() {
		current.get().rules = 0;
	}

	static void add(JsonRule rule) {
		current.get().rules |= rule.bit();
	}

	static int rules() {
		return current.get().rules;
	}

}
