package dev.mainstay.security.secrets.ssl;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import dev.mainstay.security.secrets.Reloads;
import dev.mainstay.security.secrets.Reloads.Kind;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.core.NestedExceptionUtils;

/**
 * Spring Boot's registry of SSL bundles, which replaces none by one that cannot work: a
 * file that is half written, a key without its certificate, a certificate that has
 * expired. The old one stays in use, with one warning. Thread-safe.
 *
 * @since 0.1.0
 */
public final class CheckedSslBundles extends DefaultSslBundleRegistry {

	private static final Log logger = LogFactory.getLog(CheckedSslBundles.class);

	private final boolean checked;

	private final Reloads reloads;

	/** Why the last one was refused, which is said once. */
	private final Map<String, String> refused = new ConcurrentHashMap<>();

	/**
	 * Create the registry.
	 * @param checked whether anything is checked at all
	 * @param reloads counts
	 */
	public CheckedSslBundles(boolean checked, Reloads reloads) {
		this.checked = checked;
		this.reloads = reloads;
	}

	@Override
	public void updateBundle(String name, SslBundle updatedBundle) {
		if (this.checked) {
			tryUpdate(name, () -> updatedBundle);
		}
		else {
			super.updateBundle(name, updatedBundle);
		}
	}

	/**
	 * Replace a bundle if the new one can work.
	 * @param name the name of the bundle
	 * @param source makes the new one
	 * @return whether it is in use now
	 * @throws NoSuchSslBundleException if there is no such bundle
	 */
	synchronized boolean tryUpdate(String name, Supplier<SslBundle> source) {
		SslBundle inUse = getBundle(name);
		try {
			SslBundle updated = source.get();
			String problem = BundleProblem.of(updated, inUse);
			if (problem != null) {
				return refuse(name, problem);
			}
			return replace(name, updated, inUse);
		}
		catch (IllegalStateException | IllegalArgumentException ex) {
			return refuse(name, "it cannot be made (" + type(ex) + ")");
		}
	}

	/** Who cannot use the new one goes back to the old one, together with all others. */
	private boolean replace(String name, SslBundle updated, SslBundle inUse) {
		try {
			super.updateBundle(name, updated);
		}
		catch (RuntimeException ex) {
			restore(name, inUse);
			return refuse(name, "not everybody could use it (" + type(ex) + ")");
		}
		this.refused.remove(name);
		this.reloads.taken(Kind.SSL_BUNDLE);
		logger.info("SSL bundle " + name + " was read again and is in use for new connections");
		return true;
	}

	private void restore(String name, SslBundle inUse) {
		try {
			super.updateBundle(name, inUse);
		}
		catch (RuntimeException ex) {
			logger.debug("Somebody uses neither SSL bundle " + name, ex);
		}
	}

	private boolean refuse(String name, String problem) {
		if (!problem.equals(this.refused.put(name, problem))) {
			this.reloads.refused(Kind.SSL_BUNDLE);
			logger.warn("SSL bundle " + name + " has changed, but stays as it was: " + problem);
		}
		return false;
	}

	/** The files are again what they were: the next refusal is another one. */
	void forget(String name) {
		this.refused.remove(name);
	}

	/** Messages may quote what is in a file. */
	private static String type(RuntimeException ex) {
		return NestedExceptionUtils.getMostSpecificCause(ex).getClass().getSimpleName();
	}

}
