package dev.mainstay.observability.logging;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells frames apart by the names of their types, and remembers a bounded number of them.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class StackFrames {

	/** How a call gets on, which says nothing about it. */
	private static final String[] PLUMBING = { "java.lang.reflect.", "java.lang.invoke.", "java.lang.Thread",
			"java.lang.VirtualThread", "java.util.concurrent.", "jdk.internal.", "jdk.proxy", "sun.reflect.",
			"com.sun.proxy.", "org.springframework.aop.", "org.springframework.cglib.",
			"org.springframework.util.ReflectionUtils", "org.springframework.web.filter.OncePerRequestFilter",
			"org.apache.catalina.core.ApplicationFilterChain", "org.apache.tomcat.util.threads.",
			"reactor.core.publisher.", "reactor.core.scheduler." };

	/** Of libraries, whose next version has other frames for the same defect. */
	private static final String[] LIBRARIES = { "java.", "javax.", "jakarta.", "jdk.", "sun.", "kotlin.", "kotlinx.",
			"groovy.", "scala.", "reactor.", "tools.jackson.", "net.logstash.", "net.bytebuddy.", "ch.qos.logback." };

	private static final String[] LIBRARIES_OF_COM = { "com.sun.", "com.fasterxml.", "com.zaxxer.hikari.", "com.mysql.",
			"com.mongodb.", "com.google.common.", "com.github.benmanes.caffeine." };

	private static final String[] LIBRARIES_OF_IO = { "io.netty.", "io.micrometer.", "io.opentelemetry.", "io.lettuce.",
			"io.r2dbc.", "io.undertow.", "io.github.resilience4j." };

	private static final String[] LIBRARIES_OF_ORG = { "org.springframework.", "org.apache.", "org.eclipse.jetty.",
			"org.hibernate.", "org.aspectj.", "org.slf4j.", "org.postgresql.", "org.mariadb.", "org.h2.", "org.hsqldb.",
			"org.reactivestreams.", "org.jboss.", "org.codehaus.groovy.", "org.thymeleaf.", "org.quartz.",
			"org.junit." };

	private static final String[] LIBRARIES_OF_MAINSTAY = { "dev.mainstay.core.", "dev.mainstay.observability.",
			"dev.mainstay.resilience.", "dev.mainstay.security." };

	/** Applications all the same. */
	private static final String SAMPLES = "org.springframework.samples.";

	private static final int PLUMBING_FRAME = 1;

	private static final int FRAME_OF_THE_APPLICATION = 2;

	static final int MAX_KNOWN = 4096;

	private static final Map<String, Integer> known = new ConcurrentHashMap<>();

	private StackFrames() {
	}

	/**
	 * Whether a frame is of a type that was made at run time.
	 */
	static boolean isGenerated(String type) {
		return type.contains("$$") || type.contains("$Proxy");
	}

	/**
	 * Whether a frame only tells how a call gets on, as those of proxies, reflection and
	 * threads do.
	 * @param type the name of its type
	 * @return whether it says nothing of the application
	 */
	public static boolean isPlumbing(String type) {
		return is(type, PLUMBING_FRAME);
	}

	/**
	 * Whether a frame is the application's own, and neither of a library nor made at run
	 * time.
	 * @param type the name of its type
	 * @return whether somebody who works on the application has written it
	 */
	public static boolean isOfTheApplication(String type) {
		return is(type, FRAME_OF_THE_APPLICATION);
	}

	/** How many types are known, of which the traces to come are looked up. */
	static int known() {
		return known.size();
	}

	/** Most of what a trace costs beside its text, as all have the same frames below. */
	private static boolean is(String type, int kind) {
		Integer kinds = known.get(type);
		return (((kinds != null) ? kinds : learn(type)) & kind) != 0;
	}

	private static int learn(String type) {
		if (isGenerated(type)) {
			// Another one comes with each start, and for some with each call.
			return PLUMBING_FRAME;
		}
		boolean application = !startsWithAny(type, libraries(type)) || type.startsWith(SAMPLES);
		int kinds = (startsWithAny(type, PLUMBING) ? PLUMBING_FRAME : 0) + (application ? FRAME_OF_THE_APPLICATION : 0);
		if (known.size() < MAX_KNOWN) {
			known.put(type, kinds);
		}
		return kinds;
	}

	private static String[] libraries(String type) {
		if (type.startsWith("org.")) {
			return LIBRARIES_OF_ORG;
		}
		if (type.startsWith("com.")) {
			return LIBRARIES_OF_COM;
		}
		if (type.startsWith("io.")) {
			return LIBRARIES_OF_IO;
		}
		return type.startsWith("dev.mainstay.") ? LIBRARIES_OF_MAINSTAY : LIBRARIES;
	}

	private static boolean startsWithAny(String type, String[] prefixes) {
		for (String prefix : prefixes) {
			if (type.startsWith(prefix)) {
				return true;
			}
		}
		return false;
	}

}
