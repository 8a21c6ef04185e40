package dev.mainstay.bad.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@AutoConfiguration
@Import(ImportedBeans.class)
public class Wiring implements Runnable {

	public static final String FIELD = "field";

	public Wiring() {
	}

	public Wiring(String parameter) {
	}

	@Override
	public void run() {
	}

	public void method() {
	}

	@Configuration(proxyBeanMethods = false)
	static class Nested {

		public void nestedMethod() {
		}

	}

}
