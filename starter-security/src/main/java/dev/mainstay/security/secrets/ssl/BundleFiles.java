package dev.mainstay.security.secrets.ssl;

import java.util.ArrayList;
import java.util.List;

import dev.mainstay.security.secrets.Watched;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ssl.JksSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PemSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PropertiesSslBundle;
import org.springframework.boot.autoconfigure.ssl.SslProperties;
import org.springframework.boot.io.ApplicationResourceLoader;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * The files of SSL bundles of which nobody has said whether they are read again: where
 * {@code reload-on-update} is set, Spring Boot does it, or nobody does. Looked at by one
 * thread.
 *
 * @since 0.1.0
 */
public final class BundleFiles implements Watched {

	private final List<WatchedBundle> bundles = new ArrayList<>();

	private final ObjectProvider<CheckedSslBundles> registry;

	/**
	 * Find the bundles, and remember what is in their files.
	 * @param properties the bundles as they are configured, {@code null} if there are
	 * none
	 * @param environment tells what is set
	 * @param resources finds the files
	 * @param registry has the bundles; nothing is looked at if it is not there
	 */
	public BundleFiles(@Nullable SslProperties properties, Environment environment, ResourceLoader resources,
			ObjectProvider<CheckedSslBundles> registry) {
		this.registry = registry;
		if (properties != null) {
			ResourceLoader files = ApplicationResourceLoader.get(resources, true);
			properties.getBundle().getPem().forEach((name, bundle) -> {
				if (isOurs(environment, "pem", name)) {
					add(pem(name, bundle, files));
				}
			});
			properties.getBundle().getJks().forEach((name, bundle) -> {
				if (isOurs(environment, "jks", name)) {
					add(jks(name, bundle, files));
				}
			});
		}
	}

	private static boolean isOurs(Environment environment, String type, String name) {
		return !environment.containsProperty("spring.ssl.bundle." + type + "." + name + ".reload-on-update");
	}

	private void add(WatchedBundle bundle) {
		if (bundle.hasFiles()) {
			this.bundles.add(bundle);
		}
	}

	private static WatchedBundle pem(String name, PemSslBundleProperties bundle, ResourceLoader files) {
		return new WatchedBundle(name, () -> PropertiesSslBundle.get(bundle, files), files,
				bundle.getKeystore().getCertificate(), bundle.getKeystore().getPrivateKey(),
				bundle.getTruststore().getCertificate(), bundle.getTruststore().getPrivateKey());
	}

	private static WatchedBundle jks(String name, JksSslBundleProperties bundle, ResourceLoader files) {
		return new WatchedBundle(name, () -> PropertiesSslBundle.get(bundle, files), files,
				bundle.getKeystore().getLocation(), bundle.getTruststore().getLocation());
	}

	@Override
	public int size() {
		return this.bundles.size();
	}

	@Override
	public String describe() {
		return (size() == 1) ? "1 SSL bundle" : size() + " SSL bundles";
	}

	@Override
	public void look() {
		this.registry.ifAvailable((bundles) -> this.bundles.forEach((bundle) -> bundle.look(bundles)));
	}

}
