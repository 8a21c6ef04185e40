package dev.mainstay.core.hardening.dependencies;

import java.util.List;
import java.util.Set;

/**
 * A library that has been attacked on a large scale, or is by its design.
 *
 * @param coordinates the group and the artifact
 * @param fixed the first version without the flaw
 * @param backports older versions that got the fix as well
 * @param flaw the class that makes the flaw: whoever has removed it, has mended the
 * library
 */
record KnownBadLibrary(String coordinates, String fixed, Set<String> backports, String flaw) {

	static final List<KnownBadLibrary> ALL = List.of(
			new KnownBadLibrary("org.apache.logging.log4j:log4j-core", "2.17.1", Set.of("2.3.2", "2.12.4"),
					"org/apache/logging/log4j/core/lookup/JndiLookup.class"),
			new KnownBadLibrary("org.yaml:snakeyaml", "2.0", Set.of(), "org/yaml/snakeyaml/Yaml.class"),
			new KnownBadLibrary("commons-collections:commons-collections", "3.2.2", Set.of(),
					"org/apache/commons/collections/functors/InvokerTransformer.class"),
			new KnownBadLibrary("org.apache.commons:commons-collections4", "4.1", Set.of(),
					"org/apache/commons/collections4/functors/InvokerTransformer.class"),
			new KnownBadLibrary("org.apache.commons:commons-text", "1.10.0", Set.of(),
					"org/apache/commons/text/lookup/ScriptStringLookup.class"));

	String artifact() {
		return this.coordinates.substring(this.coordinates.indexOf(':') + 1);
	}

	/** Where Maven puts what it knows of the artifact. */
	String descriptor() {
		return "META-INF/maven/" + this.coordinates.replace(':', '/') + "/pom.properties";
	}

	boolean isBad(String version) {
		return !this.backports.contains(version) && Versions.isOlder(version, this.fixed);
	}

}
