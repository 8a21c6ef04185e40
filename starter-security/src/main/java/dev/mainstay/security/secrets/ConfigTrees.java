package dev.mainstay.security.secrets;

import java.util.List;
import java.util.Set;

import dev.mainstay.security.secrets.Reloads.Kind;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;

/**
 * The folders that an application imports as a config tree. When files change, the
 * environment gets their new values, all those of a folder at once, then those of
 * Mainstay's own parts that keep one, then the application by a
 * {@link SecretsChangedEvent}. A property source that reads its files by itself is left
 * alone. Looked at by one thread.
 *
 * @since 0.1.0
 */
public final class ConfigTrees implements Watched {

	private static final Log logger = LogFactory.getLog(ConfigTrees.class);

	/** What Spring Boot calls those that {@code spring.config.import} brings. */
	private static final String IMPORTED = "Config tree '";

	private final MutablePropertySources sources;

	private final SecretConsumers consumers;

	private final ApplicationEventPublisher publisher;

	private final Reloads reloads;

	private final List<WatchedTree> trees;

	/**
	 * Find the folders, and remember what the application has of them.
	 * @param environment the environment
	 * @param consumers parts of Mainstay that keep a secret
	 * @param publisher tells the application
	 * @param reloads counts
	 */
	public ConfigTrees(ConfigurableEnvironment environment, SecretConsumers consumers,
			ApplicationEventPublisher publisher, Reloads reloads) {
		this.sources = environment.getPropertySources();
		this.consumers = consumers;
		this.publisher = publisher;
		this.reloads = reloads;
		this.trees = this.sources.stream()
			.filter((source) -> source.getName().startsWith(IMPORTED))
			.filter(ConfigTreePropertySource.class::isInstance)
			.map(ConfigTreePropertySource.class::cast)
			.filter(ConfigTreePropertySource::isImmutable)
			.map(WatchedTree::new)
			.toList();
	}

	@Override
	public int size() {
		return this.trees.size();
	}

	@Override
	public String describe() {
		return (size() == 1) ? "1 config tree" : size() + " config trees";
	}

	@Override
	public void look() {
		this.trees.forEach(this::look);
		this.consumers.retry();
	}

	private void look(WatchedTree tree) {
		TreeChange change = tree.look();
		Set<String> missing = tree.newlyMissing();
		if (!missing.isEmpty()) {
			this.reloads.refused(Kind.CONFIG_TREE);
			logger.warn("A file of the config tree " + tree.folder()
					+ " is missing or empty, and its last value stays in " + "use, for " + String.join(", ", missing));
		}
		ReadTree now = tree.asSource();
		if (change == null || !this.sources.contains(now.getName())) {
			return;
		}
		this.sources.replace(now.getName(), now);
		this.reloads.taken(Kind.CONFIG_TREE);
		logger.info("Read again from the config tree " + tree.folder() + ": " + String.join(", ", change.names()));
		this.consumers.changed(change);
		tell(new SecretsChangedEvent(change.names()));
	}

	private void tell(SecretsChangedEvent event) {
		try {
			this.publisher.publishEvent(event);
		}
		catch (RuntimeException ex) {
			logger.warn("A listener of the application failed to take new secrets", ex);
		}
	}

}
