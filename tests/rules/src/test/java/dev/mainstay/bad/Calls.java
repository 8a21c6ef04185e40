package dev.mainstay.bad;

import java.io.PrintStream;
import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class Calls {

	List<String> collected(Stream<String> words) {
		return words.collect(Collectors.toList());
	}

	String upper(String word) {
		return word.toUpperCase();
	}

	Stream<String> lowerByReference(Stream<String> words) {
		return words.map(String::toLowerCase);
	}

	String encoded(String word) throws UnsupportedEncodingException {
		return URLEncoder.encode(word, "UTF-8");
	}

	String decoded(String word) throws UnsupportedEncodingException {
		return URLDecoder.decode(word, "UTF-8");
	}

	PrintStream out() {
		return System.out;
	}

	PrintStream err() {
		return System.err;
	}

	String good(String word) {
		return URLDecoder.decode(URLEncoder.encode(word.toLowerCase(Locale.ROOT), StandardCharsets.UTF_8),
				StandardCharsets.UTF_8);
	}

}
