package dev.mainstay.observability.masking;

import java.util.List;

/**
 * Secrets that are none, put together here so that no scanner takes them for real ones.
 */
final class Secrets {

	static final String JWT = "ey" + "JhbGciOiJIUzI1NiJ9.ey"
			+ "JzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P";

	static final List<String> ALL = List.of(JWT, "AK" + "IAIOSFODNN7EXAMPLE", "gh" + "p_" + "a1".repeat(18),
			"github" + "_pat_" + "a1".repeat(41), "gl" + "pat-" + "a1".repeat(10),
			"xo" + "xb-1234567890-1234567890-" + "a1".repeat(8), "sk" + "_live_" + "a1".repeat(12),
			"rk" + "_test_" + "a1".repeat(12), "AI" + "za" + "a1".repeat(17) + "b", "SG" + "." + "a1".repeat(33),
			"np" + "m_" + "a1".repeat(18), "hv" + "s." + "a1".repeat(45), "sk" + "-ant-" + "a1".repeat(40));

	private Secrets() {
	}

}
