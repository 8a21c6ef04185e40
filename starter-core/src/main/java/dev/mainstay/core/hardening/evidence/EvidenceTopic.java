package dev.mainstay.core.hardening.evidence;

import java.time.Duration;

/**
 * What no program can find out about a service, so that people declare it.
 *
 * @since 0.1.0
 */
public enum EvidenceTopic {

	/** A backup was restored, and what came back was looked at. */
	BACKUP_RESTORE("backup-restore", "DATA-01", 90),

	/** How long data is kept, and what deletes it then. */
	RETENTION("retention", "DATA-04", 365),

	/** The data of a person can be handed out, and deleted. */
	EXPORT_DELETION("export-deletion", "DATA-05", 365),

	/** The build before this one was put back, with the data of this one. */
	ROLLBACK("rollback", "OPS-04", 180),

	/** Somebody is called when the service fails, and knows what to do. */
	ON_CALL("on-call", "OPS-08", 180);

	private static final String PREFIX = "mainstay.hardening.evidence.";

	private final String key;

	private final String id;

	private final int days;

	EvidenceTopic(String key, String id, int days) {
		this.key = key;
		this.id = id;
		this.days = days;
	}

	/**
	 * How the properties name it.
	 * @return the key, such as {@code backup-restore}
	 */
	public String key() {
		return this.key;
	}

	/**
	 * The check that asks for it.
	 * @return the id of the check
	 */
	public String id() {
		return this.id;
	}

	/**
	 * How long a declaration holds.
	 * @return whole days
	 */
	public Duration maximumAge() {
		return Duration.ofDays(this.days);
	}

	/** The name of one of its properties. */
	String property(String name) {
		return PREFIX + this.key + "." + name;
	}

}
