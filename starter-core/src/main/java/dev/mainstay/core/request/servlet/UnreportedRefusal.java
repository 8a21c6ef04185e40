package dev.mainstay.core.request.servlet;

import org.apache.catalina.Container;
import org.apache.catalina.Engine;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;

/**
 * What Tomcat refuses and writes its log for without calling any valve, and so without a
 * report: {@code OPTIONS *} with a head that it cannot read.
 */
final class UnreportedRefusal {

	private UnreportedRefusal() {
	}

	/** No host was chosen: the default one stands for it, as it does in Tomcat's log. */
	static void answer(Container container, Request request, Response response) {
		Container host = (container instanceof Engine engine && engine.getDefaultHost() != null)
				? engine.findChild(engine.getDefaultHost()) : null;
		if (host == null || response.isCommitted() || !"*".equals(request.getRequestURI())) {
			return;
		}
		for (Object valve : host.getPipeline().getValves()) {
			if (valve instanceof RefusalReport report) {
				report.answer(request, response);
				return;
			}
		}
	}

}
