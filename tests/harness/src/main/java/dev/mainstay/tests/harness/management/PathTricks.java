package dev.mainstay.tests.harness.management;

import java.util.List;

/**
 * Spellings of a path. Some reach the endpoint, some reach nothing.
 */
final class PathTricks {

	static final List<Trick> ALL = List.of(Trick.target("as it is", "{base}/mainstay"),
			Trick.target("slash", "{base}/mainstay/"), Trick.target("more", "{base}/mainstay/a/b"),
			Trick.target("dot", "{base}/mainstay."), Trick.target("encoded dot", "{base}/mainstay%2e"),
			Trick.target("dots", "{base}/mainstay/.."), Trick.target("matrix behind", "{base}/mainstay;x=1"),
			Trick.target("matrix before", "{base};x=1/mainstay"), Trick.target("matrix first", "/;x=1{base}/mainstay"),
			Trick.target("matrix everywhere", "{parent}/actuator;a=b;c/mainstay;d;e=f,g"),
			Trick.target("extension in matrix", "{base}/mainstay;.css"),
			Trick.target("session", "{base}/mainstay;jsessionid=0"),
			Trick.target("encoded base", "{parent}/%61ctuator/mainstay"),
			Trick.target("encoded id", "{base}/%6dainstay"),
			Trick.target("all encoded", "{base}/%6d%61%69%6e%73%74%61%79"),
			Trick.target("twice encoded", "{parent}/%2561ctuator/mainstay"),
			Trick.target("double slash first", "/{base}/mainstay"), Trick.target("double slash", "{base}//mainstay"),
			Trick.target("double slash last", "{base}/mainstay//"),
			Trick.target("triple slashes", "//{parent}///actuator///mainstay"),
			Trick.target("this folder", "/.{base}/mainstay"), Trick.target("this folder within", "{base}/./mainstay"),
			Trick.target("back from health", "{base}/health/../mainstay"),
			Trick.target("back, encoded", "{base}/health/%2e%2e/mainstay"),
			Trick.target("back, half encoded", "{base}/health/.%2E/mainstay"),
			Trick.target("back, with slash encoded", "{base}/health/%2e%2e%2fmainstay"),
			Trick.target("back, with matrix", "{base}/health/..;/mainstay"),
			Trick.target("back to itself", "{base}/../actuator/mainstay"),
			Trick.target("back to health", "{base}/mainstay/..;/health"),
			Trick.target("back above the root", "/..{base}/mainstay"),
			Trick.target("encoded slash", "{base}%2fmainstay"), Trick.target("backslash", "{base}\\mainstay"),
			Trick.target("encoded backslash", "{base}%5cmainstay"),
			Trick.target("back by backslash", "{base}/health\\..\\mainstay"), Trick.target("NUL", "{base}/mainstay%00"),
			Trick.target("NUL and extension", "{base}/mainstay%00.html"), Trick.target("raw NUL", "{base}/mainstay\0"),
			Trick.target("space", "{base}/mainstay%20"), Trick.target("tab", "{base}/mainstay%09"),
			Trick.target("raw tab", "{base}\t/mainstay"), Trick.target("plus", "{base}/mainstay+"),
			Trick.target("line break", "{base}/mainstay%0a"),
			Trick.target("two lines", "{base}/mainstay%0d%0aHost:%20a"),
			Trick.target("extension", "{base}/mainstay.json"), Trick.target("query", "{base}/mainstay?x={base}/health"),
			Trick.target("raw fragment", "{base}/mainstay#/health"),
			Trick.target("encoded fragment", "{base}/mainstay%23"), Trick.target("fragment first", "/#{base}/mainstay"),
			Trick.target("encoded question mark", "{base}/mainstay%3f"),
			Trick.target("upper case", "{parent}/ACTUATOR/MAINSTAY"),
			Trick.target("mixed case", "{parent}/Actuator/Mainstay"), Trick.target("capital id", "{base}/MainStay"),
			Trick.target("%u", "{parent}/%u0061ctuator/mainstay"),
			Trick.target("overlong letter", "{parent}/%c1%a1ctuator/mainstay"),
			Trick.target("overlong slash", "{base}%c0%afmainstay"),
			Trick.target("overlong dots", "{base}/health/%c0%ae%c0%ae/mainstay"),
			Trick.target("wide slash", "{base}%ef%bc%8fmainstay"), Trick.target("soft hyphen", "{base}/main%c2%adstay"),
			Trick.target("half an escape", "{base}/mainstay%"), Trick.target("no escape", "{base}/mainstay%zz"),
			Trick.target("absolute", "http://localhost{base}/mainstay"),
			Trick.target("absolute, loopback", "http://127.0.0.1{base}/mainstay"),
			Trick.target("absolute, IPv6", "http://[::1]{base}/mainstay"),
			Trick.target("absolute, user", "http://localhost@example.com{base}/mainstay"),
			Trick.target("absolute, https", "https://localhost{base}/mainstay"),
			Trick.target("absolute, capitals", "HTTP://LOCALHOST{base}/mainstay"),
			Trick.target("absolute, file", "file://{base}/mainstay"));

	private PathTricks() {
	}

}
