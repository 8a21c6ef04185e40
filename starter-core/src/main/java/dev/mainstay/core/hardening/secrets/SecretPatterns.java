package dev.mainstay.core.hardening.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The forms of secrets that their issuers made recognisable.
 */
final class SecretPatterns {

	/** Below it a text is a drawing, such as a row of the same letter. */
	private static final double MIN_ENTROPY = 3;

	private static final int LONGEST = 20_000;

	private static final int SHORTEST_ENCODED = 24;

	private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/\\s]++={0,2}\\s*+");

	private static final Map<String, Pattern> FORMS = new LinkedHashMap<>();

	static {
		form("a private key", "-----BEGIN (?:[A-Z0-9]+ ){0,2}PRIVATE KEY(?: BLOCK)?-----\\s*[A-Za-z0-9+/=\\s]{40,}");
		form("an AWS access key", "\\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\\b");
		form("a JWT", "\\beyJ[\\w-]{14,}\\.ey[\\w-]{14,}\\.[\\w-]{20,}");
		form("a bearer token", "(?i)\\bBearer\\s+[A-Za-z0-9._~+/-]{20,}=*");
		form("a GitHub token", "\\bgh[pousr]_[0-9a-zA-Z]{36}|\\bgithub_pat_\\w{82}");
		form("a GitLab token", "\\bglpat-[\\w-]{20}");
		form("a Slack token", "\\bxox[abpers]-[0-9]{10,13}-[0-9A-Za-z-]{10,}");
		form("a Slack webhook", "hooks\\.slack\\.com/(?:services|workflows|triggers)/[A-Za-z0-9+/]{40,60}");
		form("a Stripe key", "\\b(?:sk|rk)_(?:live|prod)_[a-zA-Z0-9]{10,99}");
		form("a SendGrid key", "\\bSG\\.[\\w-]{20,24}\\.[\\w-]{39,50}");
		form("an npm token", "\\bnpm_[a-zA-Z0-9]{36}\\b");
		form("a PyPI token", "\\bpypi-AgEIcHlwaS5vcmc[\\w-]{50,}");
		form("a Vault token", "\\bhvs\\.[\\w-]{90,120}");
		form("a DigitalOcean token", "\\bdop_v1_[a-f0-9]{64}\\b");
		form("a Databricks token", "\\bdapi[a-f0-9]{32}\\b");
		form("a Grafana token", "\\bglsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}\\b");
		form("a Shopify token", "\\bshpat_[a-fA-F0-9]{32}\\b");
		form("an Anthropic key", "\\bsk-ant-[a-z0-9]+-[\\w-]{80,}");
		form("an Azure AD client secret", "\\b[a-zA-Z0-9_~.]{3}\\dQ~[a-zA-Z0-9_~.-]{31,34}");
		form("a Twilio key", "\\bSK[0-9a-f]{32}\\b");
		form("a Sentry token", "\\bsntry[us]_[A-Za-z0-9+/=_-]{60,}");
		form("an age key", "\\bAGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}\\b");
		form("an OpenAI key", "\\bsk-(?:proj|svcacct|admin)-[\\w-]{20,}T3BlbkFJ[\\w-]{20,}");
	}

	private SecretPatterns() {
	}

	private static void form(String name, String pattern) {
		FORMS.put(name, Pattern.compile(pattern));
	}

	/**
	 * What secret a text contains.
	 * @param text the text
	 * @return the kind of the secret, {@code null} if there is none
	 */
	static @Nullable String find(String text) {
		if (text.length() > LONGEST) {
			return null;
		}
		String kind = findIn(text);
		String decoded = (kind == null) ? decoded(text.strip()) : null;
		return (decoded != null) ? findIn(decoded) : kind;
	}

	private static @Nullable String findIn(String text) {
		for (Map.Entry<String, Pattern> form : FORMS.entrySet()) {
			Matcher matcher = form.getValue().matcher(text);
			if (matcher.find() && !isExample(matcher.group())) {
				return form.getKey();
			}
		}
		return null;
	}

	/** Files of keys are often put into one line this way, which hides nothing. */
	private static @Nullable String decoded(String text) {
		if (text.length() < SHORTEST_ENCODED || !ENCODED.matcher(text).matches()) {
			return null;
		}
		try {
			return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.ISO_8859_1);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** Vendors' documentation shows keys that were never valid. */
	private static boolean isExample(String secret) {
		return secret.contains("EXAMPLE") || secret.contains("example") || entropy(secret) < MIN_ENTROPY;
	}

	private static double entropy(String text) {
		Map<Integer, Integer> counts = new LinkedHashMap<>();
		text.chars().forEach((it) -> counts.merge(it, 1, Integer::sum));
		return counts.values().stream().mapToDouble((count) -> {
			double share = (double) count / text.length();
			return -share * Math.log(share) / Math.log(2);
		}).sum();
	}

}
