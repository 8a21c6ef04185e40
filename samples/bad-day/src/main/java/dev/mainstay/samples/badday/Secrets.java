package dev.mainstay.samples.badday;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * What must never stand in a log or in an answer. Made anew for each run.
 *
 * @param card a card number that passes the Luhn check
 * @param token the bearer token of the service's client
 * @param apiKey the service's own key at the payment provider
 * @param password the password of the ledger's database
 */
record Secrets(String card, String token, String apiKey, String password) {

	private static final SecureRandom random = new SecureRandom();

	static Secrets plant() {
		return new Secrets(luhn("4" + digits(14)), jwt(), "key-" + hex(16), "pw-" + hex(8));
	}

	/**
	 * What is looked for: of the token its signature, so that a token cut short counts
	 * too.
	 */
	List<String> needles() {
		return List.of(this.card, this.token.substring(this.token.lastIndexOf('.') + 1), this.apiKey, this.password);
	}

	long occurrencesIn(String text) {
		return needles().stream()
			.mapToLong((needle) -> (text.length() - text.replace(needle, "").length()) / needle.length())
			.sum();
	}

	private static String luhn(String digits) {
		int sum = 0;
		for (int i = 0; i < digits.length(); i++) {
			int digit = digits.charAt(digits.length() - 1 - i) - '0';
			sum += (i % 2 == 0) ? digit * 2 / 10 + digit * 2 % 10 : digit;
		}
		return digits + (10 - sum % 10) % 10;
	}

	private static String digits(int count) {
		return random.ints(count, 0, 10)
			.collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
			.toString();
	}

	private static String jwt() {
		return base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
				+ base64("{\"sub\":\"shop-frontend\"}".getBytes(StandardCharsets.UTF_8)) + "." + base64(bytes(32));
	}

	private static String base64(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static String hex(int bytes) {
		return HexFormat.of().formatHex(bytes(bytes));
	}

	private static byte[] bytes(int count) {
		byte[] bytes = new byte[count];
		random.nextBytes(bytes);
		return bytes;
	}

}
