package dev.mainstay.core.hardening.authentication;

import jakarta.annotation.security.RolesAllowed;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.EnableAspectJAutoProxy;
import org.springframework.security.access.annotation.Secured;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class DeadAnnotationCheckTests {

	private final DeadAnnotationCheck check = new DeadAnnotationCheck();

	private final ApplicationContextRunner runner = new ApplicationContextRunner();

	@Test
	void withoutMethodSecurityEveryAnnotationIsFound() {
		this.runner.withBean(Orders.class)
			.withBean(Everything.class)
			.run((context) -> assertThatLooking(this.check, context).fails("@PreAuthorize on Everything",
					"@PreAuthorize on Orders#delete", "@Secured on Orders#approve"));
	}

	@Test
	void whatIsNotSwitchedOnIsFound() {
		this.runner.withUserConfiguration(MethodSecurity.class)
			.withBean(Orders.class)
			.withBean(Roles.class)
			.run((context) -> assertThatLooking(this.check, context).fails("@RolesAllowed on Roles#all",
					"@Secured on Orders#approve"));
	}

	@Test
	void anInheritedAnnotationIsFound() {
		this.runner.withBean(PlainDeletion.class)
			.run((context) -> assertThatLooking(this.check, context).fails("@PreAuthorize on PlainDeletion#remove"));
	}

	@Test
	void whatIsSwitchedOnPasses() {
		this.runner.withUserConfiguration(AllMethodSecurity.class)
			.withBean(Orders.class)
			.withBean(Roles.class)
			.withBean(Everything.class)
			.withBean(PlainDeletion.class)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void reactiveMethodSecurityPasses() {
		this.runner.withUserConfiguration(ReactiveMethodSecurity.class)
			.withBean(Everything.class)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void anAspectOfTheApplicationPasses() {
		this.runner.withUserConfiguration(OwnAspects.class)
			.withBean(RoleAspect.class)
			.withBean(Roles.class)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void anAspectForSomethingElseGuardsNothing() {
		this.runner.withUserConfiguration(OwnAspects.class)
			.withBean(TimingAspect.class)
			.withBean(Roles.class)
			.run((context) -> assertThatLooking(this.check, context).fails("@RolesAllowed on Roles#all"));
	}

	@Test
	void anApplicationWithoutAnnotationsHasNothingToCheck() {
		this.runner.withUserConfiguration(MethodSecurity.class)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableMethodSecurity
	static class MethodSecurity {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableMethodSecurity(securedEnabled = true, jsr250Enabled = true)
	static class AllMethodSecurity {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableReactiveMethodSecurity
	static class ReactiveMethodSecurity {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAspectJAutoProxy
	static class OwnAspects {

	}

	static class Orders {

		@PreAuthorize("hasRole('ADMIN')")
		public void delete() {
		}

		@Secured("ROLE_ADMIN")
		public void approve() {
		}

	}

	@PreAuthorize("hasRole('ADMIN')")
	static class Everything {

		public void run() {
		}

	}

	static class Roles {

		@RolesAllowed("ADMIN")
		public void all() {
		}

	}

	interface Deletion {

		@PreAuthorize("hasRole('ADMIN')")
		void remove();

	}

	static class PlainDeletion implements Deletion {

		@Override
		public void remove() {
		}

	}

	@Aspect
	static class RoleAspect {

		@Around("@annotation(jakarta.annotation.security.RolesAllowed)")
		Object check(ProceedingJoinPoint call) throws Throwable {
			return call.proceed();
		}

	}

	@Aspect
	static class TimingAspect {

		@Around("execution(* dev.mainstay.core.hardening.authentication.DeadAnnotationCheckTests.Roles.*(..))")
		Object time(ProceedingJoinPoint call) throws Throwable {
			return call.proceed();
		}

	}

}
