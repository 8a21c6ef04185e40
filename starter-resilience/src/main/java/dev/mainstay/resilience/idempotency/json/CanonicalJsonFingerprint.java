package dev.mainstay.resilience.idempotency.json;

import java.util.Locale;

import dev.mainstay.resilience.idempotency.BodyFingerprint;
import dev.mainstay.resilience.idempotency.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * The fingerprint of what JSON says: the order of members, white space, escapes and the
 * way to write a number do not count. What is not plain JSON is compared by its bytes:
 * another content type, an error, a member that is there twice, half of a surrogate pair,
 * more than {@value #MAX_DEPTH} levels, a number of more than 1000 digits. Thread-safe.
 *
 * @since 0.1.0
 */
public final class CanonicalJsonFingerprint implements BodyFingerprint {

	private static final int MAX_DEPTH = 200;

	private final JsonFactory json = JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
		.build();

	private final BodyFingerprint raw = BodyFingerprint.raw();

	@Override
	public String of(byte[] body, @Nullable String contentType) {
		byte[] digest = isJson(contentType) ? digest(body) : null;
		return (digest != null) ? new Sha256().add("canonical-json").add(digest).end() : this.raw.of(body, contentType);
	}

	private byte @Nullable [] digest(byte[] body) {
		try (JsonParser parser = this.json.createParser(ObjectReadContext.empty(), body)) {
			if (parser.nextToken() == null) {
				return null;
			}
			byte[] digest = new CanonicalJson(parser).value();
			return (parser.nextToken() == null) ? digest : null;
		}
		catch (JacksonException | AmbiguousJsonException ex) {
			return null;
		}
	}

	private static boolean isJson(@Nullable String contentType) {
		if (contentType == null) {
			return false;
		}
		String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
		return type.equals("application/json") || type.endsWith("+json");
	}

}
