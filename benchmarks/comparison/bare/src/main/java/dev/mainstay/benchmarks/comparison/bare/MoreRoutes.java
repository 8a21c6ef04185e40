package dev.mainstay.benchmarks.comparison.bare;

import java.util.stream.IntStream;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * As many more routes as one likes, to see what they cost those that are asked for.
 */
public class MoreRoutes implements InitializingBean {

	private final RequestMappingHandlerMapping routes;

	private final int count;

	/**
	 * Create it.
	 * @param routes where they are
	 * @param count how many more
	 */
	public MoreRoutes(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes,
			@Value("${more-routes:0}") int count) {
		this.routes = routes;
		this.count = count;
	}

	@Override
	public void afterPropertiesSet() throws NoSuchMethodException {
		var handler = MoreRoutes.class.getDeclaredMethod("find");
		ReflectionUtils.makeAccessible(handler);
		IntStream.range(0, this.count)
			.mapToObj((i) -> RequestMappingInfo.paths("/more-" + i + "/{id}")
				.methods(RequestMethod.GET)
				.options(this.routes.getBuilderConfiguration())
				.build())
			.forEach((route) -> this.routes.registerMapping(route, this, handler));
	}

	void find() {
	}

}
