package dev.mainstay.security.secrets.metrics;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * The meters of secrets.
 *
 * @since 0.1.0
 */
public enum SecretsMeterDocumentation implements MeterDocumentation {

	/**
	 * What was read again because its files have changed.
	 */
	RELOADS("mainstay.secrets.reloads", Meter.Type.COUNTER, "What was read again because its files have changed",
			Key.KIND, Key.OUTCOME),

	/**
	 * How many seconds a certificate that the server presents or trusts, and that is in
	 * no SSL bundle, is still good; negative after its end. Of several, that which ends
	 * first.
	 */
	CERTIFICATE_EXPIRY("mainstay.certificate.expiry", Meter.Type.GAUGE,
			"Seconds until a certificate of the server ends that is in no SSL bundle", Key.PLACE, Key.SOURCE);

	private final String name;

	private final Meter.Type type;

	private final String description;

	private final Key[] keys;

	SecretsMeterDocumentation(String name, Meter.Type type, String description, Key... keys) {
		this.name = name;
		this.type = type;
		this.description = description;
		this.keys = keys;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public Meter.Type getType() {
		return this.type;
	}

	@Override
	public KeyName[] getKeyNames() {
		return this.keys.clone();
	}

	String description() {
		return this.description;
	}

	/**
	 * The tags of the meters.
	 */
	public enum Key implements KeyName {

		/**
		 * What was read again: {@code config-tree}, {@code ssl-bundle},
		 * {@code data-source} or {@code management-token}.
		 */
		KIND("kind"),

		/**
		 * Whether it is in use, {@code taken}, or what was there before is,
		 * {@code refused}.
		 */
		OUTCOME("outcome"),

		/**
		 * The prefix of the properties, {@code server.ssl} or
		 * {@code management.server.ssl}.
		 */
		PLACE("place"),

		/**
		 * Which store has the certificate, {@code keystore} or {@code truststore}.
		 */
		SOURCE("source");

		private final String key;

		Key(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

}
