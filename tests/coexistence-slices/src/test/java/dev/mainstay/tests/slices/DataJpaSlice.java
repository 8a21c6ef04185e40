package dev.mainstay.tests.slices;

import jakarta.validation.ConstraintViolationException;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The tests of the repository, by the owner of the application.
 */
@DataJpaTest
class DataJpaSlice {

	@Autowired
	private TestEntityManager entities;

	@Autowired
	private OrderRepository repository;

	@Test
	void anOrderIsKept() {
		OrderEntity kept = this.entities.persistFlushFind(new OrderEntity(3));
		assertThat(this.repository.findById(kept.id()))
			.hasValueSatisfying((order) -> assertThat(order.quantity()).isEqualTo(3));
	}

	@Test
	void anOrderOfNothingIsNot() {
		assertThatExceptionOfType(ConstraintViolationException.class)
			.isThrownBy(() -> this.repository.saveAndFlush(new OrderEntity(0)));
	}

	@Test
	void everyTestIsRolledBack() {
		assertThat(this.repository.count()).isZero();
	}

}
