package dev.mainstay.core.hardening.input;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;

/**
 * Tells the types that are stored from all others.
 *
 * @param mapped those that the application has mapped otherwise than by an annotation
 */
record Entities(Set<Class<?>> mapped) {

	private static final String JPA = "jakarta.persistence.EntityManagerFactory";

	private static final Set<String> ANNOTATIONS = Set.of("jakarta.persistence.Entity",
			"org.springframework.data.mongodb.core.mapping.Document",
			"org.springframework.data.elasticsearch.annotations.Document",
			"org.springframework.data.couchbase.core.mapping.Document",
			"org.springframework.data.relational.core.mapping.Table",
			"org.springframework.data.cassandra.core.mapping.Table", "org.springframework.data.neo4j.core.schema.Node",
			"org.springframework.data.redis.core.RedisHash");

	static Entities of(InspectedApplication application) {
		return new Entities(application.hasClass(JPA) ? Jpa.types(application) : Set.of());
	}

	boolean has(Class<?> type) {
		return this.mapped.contains(type) || Stream
			.<Class<?>>iterate(type, (current) -> current != null && current != Object.class, Class::getSuperclass)
			.flatMap((current) -> Arrays.stream(current.getAnnotations()))
			.anyMatch((annotation) -> ANNOTATIONS.contains(annotation.annotationType().getName()));
	}

	/** Only here is JPA linked. */
	private static final class Jpa {

		private Jpa() {
		}

		static Set<Class<?>> types(InspectedApplication application) {
			return application.beans(EntityManagerFactory.class)
				.stream()
				.flatMap((factory) -> factory.getMetamodel().getEntities().stream())
				.map(EntityType::getJavaType)
				.collect(Collectors.toUnmodifiableSet());
		}

	}

}
