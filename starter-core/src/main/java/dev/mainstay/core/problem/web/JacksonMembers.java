package dev.mainstay.core.problem.web;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.util.NameTransformer;

/**
 * What Jackson reads into the properties of a class. Asked once per class. Thread-safe.
 */
final class JacksonMembers {

	/** More than an application has classes of bodies; those beyond are asked anew. */
	private static final int CAPACITY = 1000;

	private final Map<JavaType, Map<String, Member>> known = new ConcurrentHashMap<>();

	/** The members of an object by the names of the properties in Java. */
	Map<String, Member> of(ObjectMapper mapper, JavaType type) {
		Map<String, Member> members = this.known.get(type);
		if (members == null) {
			members = read(mapper, type);
			if (this.known.size() < CAPACITY) {
				this.known.put(type, members);
			}
		}
		return members;
	}

	private static Map<String, Member> read(ObjectMapper mapper, JavaType type) {
		DeserializationConfig config = mapper.deserializationConfig();
		ClassIntrospector introspector = config.classIntrospectorInstance().forOperation(config);
		Map<String, Member> members = new HashMap<>();
		for (BeanPropertyDefinition property : introspector
			.introspectForDeserialization(type, introspector.introspectClassAnnotations(type))
			.findProperties()) {
			members.put(property.getInternalName(),
					new Member(property.getName(), property.getPrimaryType(), unwrapping(config, property)));
		}
		return members;
	}

	private static @Nullable NameTransformer unwrapping(DeserializationConfig config, BeanPropertyDefinition property) {
		return Stream
			.<@Nullable AnnotatedMember>of(property.getConstructorParameter(), property.getField(),
					property.getSetter(), property.getGetter())
			.filter((member) -> member != null)
			.map((member) -> config.getAnnotationIntrospector().findUnwrappingNameTransformer(config, member))
			.filter((transformer) -> transformer != null)
			.findFirst()
			.orElse(null);
	}

	/**
	 * What is read into a property.
	 *
	 * @param name the name of the member of the JSON object
	 * @param type its type
	 * @param unwrapping how the names of its own members are changed, if they are members
	 * of the object that it belongs to
	 */
	record Member(String name, JavaType type, @Nullable NameTransformer unwrapping) {

	}

}
