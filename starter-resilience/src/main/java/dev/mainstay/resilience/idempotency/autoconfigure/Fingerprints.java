package dev.mainstay.resilience.idempotency.autoconfigure;

import dev.mainstay.resilience.idempotency.BodyFingerprint;
import dev.mainstay.resilience.idempotency.FingerprintKind;
import dev.mainstay.resilience.idempotency.json.CanonicalJsonFingerprint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.ClassUtils;

/**
 * The fingerprint that was asked for, as far as there is something to make it with.
 */
final class Fingerprints {

	private static final Logger logger = LoggerFactory.getLogger(Fingerprints.class);

	private static final String JACKSON = "tools.jackson.core.json.JsonFactory";

	private Fingerprints() {
	}

	static BodyFingerprint of(FingerprintKind kind) {
		if (kind == FingerprintKind.RAW) {
			return BodyFingerprint.raw();
		}
		if (ClassUtils.isPresent(JACKSON, null)) {
			return new CanonicalJsonFingerprint();
		}
		logger.warn("mainstay.idempotency.fingerprint is canonical-json, and there is no Jackson 3 to read JSON with. "
				+ "Bodies are compared by their bytes. Add tools.jackson.core:jackson-core, or remove the property.");
		return BodyFingerprint.raw();
	}

}
