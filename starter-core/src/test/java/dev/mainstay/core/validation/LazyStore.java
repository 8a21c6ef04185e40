package dev.mainstay.core.validation;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.spi.LoadState;
import jakarta.persistence.spi.PersistenceProvider;
import jakarta.persistence.spi.PersistenceProviderResolver;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.ProviderUtil;

/**
 * A store that has loaded nothing, and fails whoever makes it load.
 */
final class LazyStore implements PersistenceProvider, PersistenceProviderResolver, ProviderUtil {

	/** A collection that is loaded when it is looked at. */
	static final class Rows<T> extends AbstractList<T> {

		@Override
		public T get(int index) {
			throw new IllegalStateException("loaded");
		}

		@Override
		public int size() {
			throw new IllegalStateException("loaded");
		}

	}

	@Override
	public List<PersistenceProvider> getPersistenceProviders() {
		return List.of(this);
	}

	@Override
	public void clearCachedProviders() {
	}

	@Override
	public ProviderUtil getProviderUtil() {
		return this;
	}

	@Override
	public LoadState isLoaded(Object entity) {
		return (entity instanceof Rows) ? LoadState.NOT_LOADED : LoadState.UNKNOWN;
	}

	@Override
	public LoadState isLoadedWithoutReference(Object entity, String attribute) {
		return LoadState.UNKNOWN;
	}

	@Override
	public LoadState isLoadedWithReference(Object entity, String attribute) {
		return LoadState.UNKNOWN;
	}

	@Override
	public EntityManagerFactory createEntityManagerFactory(String name, Map<?, ?> properties) {
		throw new UnsupportedOperationException();
	}

	@Override
	public EntityManagerFactory createEntityManagerFactory(PersistenceConfiguration configuration) {
		throw new UnsupportedOperationException();
	}

	@Override
	public EntityManagerFactory createContainerEntityManagerFactory(PersistenceUnitInfo info, Map<?, ?> properties) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void generateSchema(PersistenceUnitInfo info, Map<?, ?> properties) {
	}

	@Override
	public boolean generateSchema(String name, Map<?, ?> properties) {
		return false;
	}

}
