package dev.mainstay.core.hardening.policy;

/**
 * A locked property that a service has set to something weaker.
 *
 * @param name the name of the property
 * @param value the value that is effective
 * @param origin where the service has set it
 * @param locked the value of the policy
 * @param policy where the policy says so
 */
record WeakenedSetting(String name, String value, String origin, String locked, String policy) {

	String evidence() {
		return this.name + "=" + this.value + ", where the policy locks " + this.locked;
	}

	String origins() {
		return this.origin + ", against " + this.policy;
	}

}
