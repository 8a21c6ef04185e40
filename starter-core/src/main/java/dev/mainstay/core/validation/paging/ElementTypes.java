package dev.mainstay.core.validation.paging;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.stream.BaseStream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpEntity;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncTask;

/**
 * The type of what a handler answers with many of.
 */
final class ElementTypes {

	private static final int MAX_WRAPPERS = 8;

	/** A page of Spring Data that is no collection, and what Spring HATEOAS wraps in. */
	private static final String PAGED_MODEL = "org.springframework.data.web.PagedModel";

	private static final String ENTITY_MODEL = "org.springframework.hateoas.EntityModel";

	private ElementTypes() {
	}

	/**
	 * Find the type.
	 * @param answer the type that the handler returns
	 * @return the type of the elements, {@code null} if it cannot be told: what is in an
	 * envelope of the application's own, only the application knows
	 */
	static @Nullable Class<?> find(ResolvableType answer) {
		ResolvableType type = answer;
		boolean many = false;
		for (int i = 0; i < MAX_WRAPPERS; i++) {
			ResolvableType elements = many(type);
			ResolvableType content = (elements != null) ? elements : single(type);
			if (content == null) {
				Class<?> resolved = type.resolve();
				return (many && resolved != null && isBean(resolved)) ? resolved : null;
			}
			many = many || elements != null;
			type = content;
		}
		return null;
	}

	private static @Nullable ResolvableType many(ResolvableType type) {
		Class<?> resolved = type.resolve(Object.class);
		if (resolved.isArray()) {
			return type.getComponentType();
		}
		if (Iterable.class.isAssignableFrom(resolved)) {
			return type.as(Iterable.class).getGeneric();
		}
		if (BaseStream.class.isAssignableFrom(resolved)) {
			return type.as(BaseStream.class).getGeneric(0);
		}
		ReactiveAdapter adapter = adapter(resolved);
		boolean many = resolved.getName().equals(PAGED_MODEL) || (adapter != null && adapter.isMultiValue());
		return many ? type.getGeneric() : null;
	}

	private static @Nullable ResolvableType single(ResolvableType type) {
		Class<?> resolved = type.resolve(Object.class);
		boolean single = HttpEntity.class.isAssignableFrom(resolved) || CompletionStage.class.isAssignableFrom(resolved)
				|| Callable.class.isAssignableFrom(resolved) || DeferredResult.class.isAssignableFrom(resolved)
				|| WebAsyncTask.class.isAssignableFrom(resolved) || resolved.getName().equals(ENTITY_MODEL);
		ReactiveAdapter adapter = adapter(resolved);
		return (single || (adapter != null && !adapter.isMultiValue())) ? type.getGeneric() : null;
	}

	private static @Nullable ReactiveAdapter adapter(Class<?> type) {
		return ReactiveAdapterRegistry.getSharedInstance().getAdapter(type);
	}

	/** Whether a type has properties of its own that are known. */
	static boolean isBean(Class<?> type) {
		return !BeanUtils.isSimpleProperty(type) && !type.isArray() && !type.getName().startsWith("java.")
				&& !Map.class.isAssignableFrom(type) && !Iterable.class.isAssignableFrom(type) && !type.isAnnotation();
	}

}
