package dev.mainstay.core.problem.web;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.mainstay.core.problem.PropertyStep;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.util.NameTransformer;

import org.springframework.core.GenericTypeResolver;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpEntity;
import org.springframework.util.ClassUtils;

/**
 * The names by which Jackson reads a body. A property that it does not know, such as one
 * that only a subtype has, keeps its name of Java. Thread-safe; never throws.
 */
final class JacksonBodyNames implements BodyNames {

	private static final Logger logger = LoggerFactory.getLogger(JacksonBodyNames.class);

	private static final boolean reactive = ClassUtils.isPresent("org.reactivestreams.Publisher",
			JacksonBodyNames.class.getClassLoader());

	private final Supplier<? extends @Nullable Object> mapper;

	private final JacksonMembers members = new JacksonMembers();

	/**
	 * Create the names.
	 * @param mapper asked for the mapper that reads the bodies of the application;
	 * {@code null} if it is not known which one does
	 */
	JacksonBodyNames(Supplier<? extends @Nullable Object> mapper) {
		this.mapper = mapper;
	}

	@Override
	public List<String> of(MethodParameter body, List<PropertyStep> steps) {
		try {
			if (this.mapper.get() instanceof ObjectMapper known) {
				return walk(known, root(known, body), steps);
			}
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("The names of a body are those of Java", ex);
		}
		return JAVA.of(body, steps);
	}

	private static JavaType root(ObjectMapper mapper, MethodParameter body) {
		ResolvableType type = ResolvableType.forMethodParameter(body);
		Class<?> raw = type.resolve(Object.class);
		if (HttpEntity.class.isAssignableFrom(raw) || (reactive && Publisher.class.isAssignableFrom(raw))) {
			type = type.getGeneric(0);
		}
		Type resolved = GenericTypeResolver.resolveType(type.getType(), body.getContainingClass());
		return mapper.constructType(resolved);
	}

	private List<String> walk(ObjectMapper mapper, JavaType root, List<PropertyStep> steps) {
		List<String> names = new ArrayList<>();
		NameTransformer unwrapping = NameTransformer.NOP;
		JavaType type = root;
		for (PropertyStep step : steps) {
			type = (type != null && type.isReferenceType()) ? type.getReferencedType() : type;
			JacksonMembers.Member member = (type != null && !step.element())
					? this.members.of(mapper, type).get(step.text()) : null;
			if (member != null && member.unwrapping() != null) {
				unwrapping = NameTransformer.chainedTransformer(unwrapping, member.unwrapping());
			}
			else {
				names.add(unwrapping.transform((member != null) ? member.name() : step.text()));
				unwrapping = NameTransformer.NOP;
			}
			type = step.element() ? element(type) : (member != null) ? member.type() : null;
		}
		return names;
	}

	private static @Nullable JavaType element(@Nullable JavaType type) {
		return (type != null) ? type.getContentType() : null;
	}

}
