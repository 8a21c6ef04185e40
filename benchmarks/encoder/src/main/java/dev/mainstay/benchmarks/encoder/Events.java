package dev.mainstay.benchmarks.encoder;

import java.util.Map;
import java.util.TreeMap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a service logs: a line within a request, and one with an exception of 60 frames.
 */
final class Events {

	private static final int FRAMES = 60;

	/** From Spring MVC on Tomcat, where the same few frames come again and again. */
	private static final String STACK = """
			com.example.orders.stock.StockReservations reserve
			com.example.orders.stock.StockReservations lambda$reserveAll$0
			com.example.orders.OrderService place
			com.example.orders.OrderController place
			org.springframework.aop.framework.ReflectiveMethodInvocation proceed
			org.springframework.transaction.interceptor.TransactionInterceptor invoke
			org.springframework.web.method.support.InvocableHandlerMethod doInvoke
			org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter handleInternal
			org.springframework.web.servlet.DispatcherServlet doDispatch
			jakarta.servlet.http.HttpServlet service
			org.apache.catalina.core.ApplicationFilterChain doFilter
			org.springframework.web.filter.OncePerRequestFilter doFilter
			org.apache.catalina.core.StandardWrapperValve invoke
			org.apache.catalina.connector.CoyoteAdapter service
			org.apache.tomcat.util.threads.ThreadPoolExecutor$Worker run
			""";

	private Events() {
	}

	static LoggingEvent plain() {
		return event(Level.INFO, null);
	}

	static LoggingEvent withException() {
		IllegalStateException failure = new IllegalStateException("No stock of A-1 is left in store 7");
		failure.setStackTrace(frames());
		return event(Level.ERROR, failure);
	}

	private static LoggingEvent event(Level level, @Nullable Throwable failure) {
		LoggingEvent event = new LoggingEvent(Events.class.getName(),
				new LoggerContext().getLogger("com.example.orders.OrderService"), level,
				"Order {} of customer {} was taken in {} ms", failure, new Object[] { "A-4711", "Ada", 12 });
		event.setThreadName("http-nio-8080-exec-3");
		event.setMDCPropertyMap(new TreeMap<>(Map.of("traceId", "4bf92f3577b34da6a3ce929d0e0e4736", "spanId",
				"00f067aa0ba902b7", "requestId", "0b4bd0a6-52ad-4b3f-8c56-7f2b7a1a8a41", "tenant", "north")));
		return event;
	}

	private static StackTraceElement[] frames() {
		String[] lines = STACK.split("\n");
		StackTraceElement[] frames = new StackTraceElement[FRAMES];
		for (int i = 0; i < FRAMES; i++) {
			String[] parts = lines[i % lines.length].split(" ");
			String name = parts[0].substring(parts[0].lastIndexOf('.') + 1).replaceFirst("\\$.*", "");
			frames[i] = new StackTraceElement(parts[0], parts[1], name + ".java", 40 + i);
		}
		return frames;
	}

}
